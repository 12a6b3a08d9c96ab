/**
 * What a browser complained of while a story was told: errors in the console, errors nobody caught, and
 * answers that did not come. A device without signal may fail to reach the server; nothing else may fail.
 */
import type { BrowserContext, ConsoleMessage } from "playwright-core";

/** What the browser says when its own network was cut, or when it left a page while something was loading. */
const withoutSignal = ["ERR_INTERNET_DISCONNECTED", "ERR_ABORTED"];
/** What it says when nobody listens at the server's address, or stopped in the middle of an answer. */
const withoutServer = [
  "ERR_CONNECTION_REFUSED",
  "ERR_CONNECTION_RESET",
  "ERR_EMPTY_RESPONSE",
  "ERR_INCOMPLETE_CHUNKED_ENCODING",
];

/** What it says of a part of the app that it could not fetch. */
const withoutApp = ["dynamically imported module", "ERR_FAILED"];

/** Which failures are part of the story. */
export interface Expected {
  /** True in a story in which the server is stopped. */
  readonly serverStops?: boolean;
  /** True in a story in which a page breaks for want of a part of the app. */
  readonly breaks?: boolean;
  /** Statuses that the server is meant to answer with, such as 401 after a sign-out from afar. */
  readonly statuses?: readonly number[];
}

/** Collects complaints into `list` for as long as the context lives. */
export function collectComplaints(context: BrowserContext, list: string[], expected: Expected): void {
  const { serverStops = false, breaks = false, statuses = [] } = expected;
  const quiet = [
    ...withoutSignal,
    ...(serverStops ? withoutServer : []),
    ...(breaks ? withoutApp : []),
    ...statuses.map((status) => `status of ${status} `),
  ];
  const add = (text: string): void => {
    if (!quiet.some((part) => text.includes(part))) list.push(text);
  };
  context.on("console", (message) => {
    if (message.type() === "error") add(`${message.text()} (${placeOf(message)})`);
  });
  context.on("weberror", (error) => add(`not caught: ${error.error().stack ?? error.error().message}`));
  context.on("requestfailed", (request) => {
    add(`${request.method()} ${request.url()}: ${request.failure()?.errorText}`);
  });
}

const placeOf = (message: ConsoleMessage): string => {
  const { url, lineNumber } = message.location();
  return `${url}:${lineNumber}`;
};
