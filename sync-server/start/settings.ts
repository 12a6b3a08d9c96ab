/** What the environment says about how to serve, read and checked before anything is opened. */
import { readFileSync } from "node:fs";
import { isIP } from "node:net";
import { createSecureContext } from "node:tls";
import { CannotStart } from "./advice.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** How a server is reached. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** The address that is printed. */
  readonly url: string;
  /** The address that people use, if one was given. */
  readonly publicUrl: string | undefined;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  readonly trustProxy: boolean | string;
  /** Where the numbers for whoever watches are served, if anywhere. */
  readonly metrics: { readonly port: number; readonly host: string } | undefined;
}

/** The settings in these variables. Throws {@link CannotStart} for one that cannot be meant. */
export function settingsIn(environment: Environment): Settings {
  const port = portIn(environment, "PORT") ?? 8080;
  const tls = tlsIn(environment);
  const publicUrl = publicUrlIn(environment);
  const metricsPort = portIn(environment, "METRICS_PORT");
  return {
    port,
    host: environment["HOST"] ?? (tls ? "0.0.0.0" : "localhost"),
    url: publicUrl ?? `${tls ? "https" : "http"}://localhost:${port}`,
    publicUrl,
    tls,
    trustProxy: trustIn(environment["TRUST_PROXY"]),
    metrics:
      metricsPort === undefined
        ? undefined
        : { port: metricsPort, host: environment["METRICS_HOST"] ?? "127.0.0.1" },
  };
}

const portMax = 65_535;

function portIn(environment: Environment, name: "PORT" | "METRICS_PORT"): number | undefined {
  const text = environment[name];
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text) && Number(text) <= portMax) return Number(text);
  throw new CannotStart({
    wrong: `${name} is “${text}”, which is no port.`,
    remedy: [`Give a number up to ${portMax}, as in ${name}=8080. Then start this server again.`],
  });
}

function publicUrlIn({ PUBLIC_URL: text }: Environment): string | undefined {
  if (text === undefined) return undefined;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new CannotStart({
    wrong: `PUBLIC_URL is “${text}”, which is no address that people could type.`,
    remedy: ["Write it whole, as in PUBLIC_URL=https://waymark.example.org. Then start this server again."],
  });
}

function tlsIn({ TLS_CERT: cert, TLS_KEY: key }: Environment): Settings["tls"] {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined)
    throw new CannotStart({
      wrong: `${cert === undefined ? "TLS_KEY is set and TLS_CERT" : "TLS_CERT is set and TLS_KEY"} is not.`,
      remedy: ["Give both, as paths of PEM files; or neither, behind a proxy that speaks TLS (TRUST_PROXY)."],
    });
  const tls = { cert: pemIn("TLS_CERT", cert), key: pemIn("TLS_KEY", key) };
  try {
    createSecureContext(tls);
  } catch (error) {
    throw new CannotStart(
      {
        wrong: "TLS_CERT and TLS_KEY are not a certificate and the key that belongs to it.",
        remedy: ["Both are PEM files: text that begins with -----BEGIN. The key has no password."],
        said: messageOf(error),
      },
      error,
    );
  }
  return tls;
}

function pemIn(name: "TLS_CERT" | "TLS_KEY", file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CannotStart(
      {
        wrong: `${name} is “${file}”, which cannot be read.`,
        remedy: ["See that the file is there, and that the user of this server may read it."],
        said: messageOf(error),
      },
      error,
    );
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** `TRUST_PROXY` is `true` for any proxy, or the addresses of those that are trusted, with commas between. */
function trustIn(setting: string | undefined): boolean | string {
  if (setting === undefined || setting === "" || setting === "false") return false;
  if (setting === "true") return true;
  if (setting.split(",").every((proxy) => isProxy(proxy.trim()))) return setting;
  throw new CannotStart({
    wrong: `TRUST_PROXY is “${setting}”, which names no proxy.`,
    remedy: [
      "Give the address that the proxy comes from, as in TRUST_PROXY=127.0.0.1; several with commas between,",
      "a network as 10.0.0.0/8. Or true, where nobody reaches this server but through a proxy.",
      "Then start this server again.",
    ],
  });
}

/** Networks that the framework knows by name. */
const namedNetworks: ReadonlySet<string> = new Set(["loopback", "linklocal", "uniquelocal"]);

/** An address or a network. A number is none, though the framework takes `1` for the address 0.0.0.1. */
function isProxy(text: string): boolean {
  const [address = "", bits = "1", ...more] = text.split("/");
  const bitsMax = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  const isRange = /^\d+$/.test(bits) && Number(bits) > 0 && Number(bits) <= bitsMax;
  return namedNetworks.has(text) || (isRange && more.length === 0);
}
