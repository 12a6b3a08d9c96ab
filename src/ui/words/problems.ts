/** What to say for each problem: what happened, what is safe, what to do. For learners and staff alike. */
import type { Problem, ProblemCode } from "#model/outcome.ts";

/** A plain sentence or three for each problem code. */
export const problemWords = {
  malformed: "Something went wrong with what was sent. What you wrote is safe here. Try again.",
  "record-too-large": "This has grown too long to send. Your words are safe here. Carry on in a new one.",
  "too-many-changes":
    "This has been changed too many times to send. Your words are safe here. Carry on in a new one.",
  "unknown-kind": "This app is newer than the one it sends to. Your words are safe here. Tell your school.",
  "unknown-field": "This app is newer than the one it sends to. Your words are safe here. Tell your school.",
  "wrong-value":
    "Something in this could not be understood. Your words are safe here. Check the dates and try again.",
  "wrong-id": "This could not be put in its place. Your words are safe here. Copy them and start it again.",
  "envelope-changed":
    "This is not the one that was first sent. Your words are safe here. Copy them and start it again.",
  "client-id-taken": "Two devices got mixed up. Your words are safe here. Try again.",
  "already-written": "This was written before and can’t be changed. What was written first still stands.",
  erased: "This was deleted for ever. It can’t be changed any more.",
  "not-allowed": "You can’t add to this any more. Your words are safe here.",
  "not-found": "This is not here. It may have been taken away, or not have come yet.",
  "signed-out": "You need to sign in again before things can send. Everything is safe here.",
  "wrong-password": "The user name or password is not right. Check both and try again.",
  "wrong-code": "That code is not right, or it is too old. Check each letter, or ask for a new one.",
  "code-used": "That code has been used. Sign in with your password, or ask for a new code.",
  "weak-password": "That password is too short. Use at least 8 letters, numbers or signs.",
  "user-name-taken": "Someone has that user name. Choose another one.",
  "too-many-tries": "That was too many tries. Wait 15 minutes, then try again.",
  "protocol-too-old":
    "This app is too old to send. Everything is safe here. Close it, go online and open it again.",
  "protocol-too-new": "The server is too old for this app. Everything is safe here. Tell your school.",
  "epoch-changed":
    "The server was put back to an older copy. Everything here is safe and is being sent again.",
  "receipt-invalid": "This copy could not be proved. Nothing else is touched.",
  "insecure-origin": "This address is not safe to use. Ask for the address that begins with https.",
  "not-empty": "This has been set up already. Sign in instead.",
  "holds-real-people": "This holds real people, so the demo can’t be put in. Nothing was changed.",
  "roster-unreadable": "This file could not be read. Nothing was changed. Try a OneRoster zip or a CSV file.",
  "roster-changed": "The list has changed since you looked. Nothing was changed. Look at it again.",
  "not-agreed": "This device and the server don’t hold the same. Everything is safe here. Tell your school.",
  "tray-full":
    "This could not be handed on: there is no room for it at the other end. Your words are safe here. Tell your school.",
  "storage-cleared":
    "The browser cleared what was kept here. What was sent is safe at your school. Sign in again: what you see here comes along.",
  "storage-full": "This device is full. The last words may not be saved. Free some space, then try again.",
  "storage-failed": "This device could not save that. Copy your last words, then open the app again.",
  offline: "You need signal for this. Everything is safe here. Try again when you have signal.",
  "server-failed": "Something is wrong at the other end. Everything is safe here. Try again in a while.",
} as const satisfies Record<ProblemCode, string>;

/** What to say for this problem. */
export const wordsForProblem = ({ code }: Problem): string => problemWords[code];
