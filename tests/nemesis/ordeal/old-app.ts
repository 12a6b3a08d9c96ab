/** A device on which nobody has updated the app: it speaks the first version of the protocol. */
import type { Highest, Message, MessageName } from "#model/wire/protocol.ts";
import type { Exchanges, Transport } from "#store/ports.ts";

const withoutMark = ({ position, proof }: Highest): Highest => ({ position, proof });

/** The transport as version 1 had it: only a pull shows how far the server had come, and only its answer tells. */
export const asVersionOne = (transport: Transport): Transport => ({
  async ask<N extends keyof Exchanges & MessageName>(name: N, message: Message<N>) {
    const { highest, ...rest } = message;
    const shown = name === "pull" && highest ? { highest: withoutMark(highest) } : {};
    const answer = await transport.ask(name, { ...rest, ...shown, protocol: 1 } as Message<N>);
    if (!answer.ok) return answer;
    const { highest: told, ...value } = answer.value;
    const heard = name === "pull" && told ? { highest: withoutMark(told) } : {};
    return { ok: true, value: { ...value, ...heard } as Message<Exchanges[N]> };
  },
});
