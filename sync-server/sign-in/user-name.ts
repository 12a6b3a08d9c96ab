/** What may be a user name: letters, figures and a few signs, so that it can be printed, said and typed. */

/** True for 2 to 64 letters or figures of any script, with full stops, dashes, underscores or an @ between them. */
export const isUserName = (text: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@-]{0,62}[\p{L}\p{N}\p{M}]$/u.test(text.trim());
