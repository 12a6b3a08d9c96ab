/** What the log holds: what was asked, how it went, how long it took; never who, what, or with which words. */
import type { FastifyRequest, FastifyServerOptions } from "fastify";

type LoggerOptions = NonNullable<Exclude<FastifyServerOptions["logger"], boolean>>;

/** Options of the logger. Routes stand as patterns, so that no id and no code is written down. */
export const loggerOptions = (which: "errors" | "all"): LoggerOptions => ({
  level: which === "all" ? "info" : "error",
  base: null,
  serializers: {
    req: ({ method, routeOptions }: FastifyRequest) => ({ method, route: routeOptions?.url ?? "unknown" }),
    res: ({ statusCode }) => ({ statusCode: statusCode ?? 0 }),
    err: (error: Error) => ({ type: error.name, message: "", stack: framesOf(error) }),
  },
});

/** Where it happened, without the message: messages quote what people typed. */
const framesOf = ({ stack = "" }: Error): string =>
  stack
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .join("\n");
