/**
 * A certificate authority for one test: made in memory, forgotten afterwards, so that TLS is tested
 * on any machine. Node signs but does not write certificates; the little DER that takes is here. Source: RFC 5280.
 */
import { generateKeyPairSync, sign, type KeyObject } from "node:crypto";

/** PEM of an authority, and of a server it vouches for at localhost and 127.0.0.1. */
export interface ThrowAwayCertificates {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** Fresh certificates, good from yesterday until tomorrow. */
export function createCertificates(now: number): ThrowAwayCertificates {
  const authority = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const server = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const issuer = "Throw-away authority";
  const isCa = extension("551d13", sequence(der(0x01, Buffer.from([0xff]))));
  const names = extension(
    "551d11",
    sequence(der(0x82, Buffer.from("localhost")), der(0x87, Buffer.from([127, 0, 0, 1]))),
  );
  const common = { issuer, by: authority.privateKey, now };
  return {
    ca: certificate({ ...common, subject: issuer, of: authority.publicKey, serial: 1, extensions: [isCa] }),
    cert: certificate({
      ...common,
      subject: "localhost",
      of: server.publicKey,
      serial: 2,
      extensions: [names],
    }),
    key: server.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  readonly of: KeyObject;
  readonly by: KeyObject;
  readonly serial: number;
  readonly extensions: readonly Buffer[];
  readonly now: number;
}

const ecdsaWithSha256 = "2a8648ce3d040302";
const dayMs = 24 * 3600 * 1000;

function certificate({ subject, issuer, of, by, serial, extensions, now }: Certificate): string {
  const algorithm = sequence(oid(ecdsaWithSha256));
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([serial])),
    algorithm,
    name(issuer),
    sequence(time(now - dayMs), time(now + dayMs)),
    name(subject),
    of.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign("sha256", content, by)]));
  const lines =
    sequence(content, algorithm, signature)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, Buffer.concat(parts));
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const name = (common: string): Buffer =>
  sequence(der(0x31, sequence(oid("550403"), der(0x0c, Buffer.from(common)))));
const extension = (hex: string, content: Buffer): Buffer => sequence(oid(hex), der(0x04, content));
const time = (at: number): Buffer =>
  der(0x17, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replace(/[-:T]/g, "")}Z`));

function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
