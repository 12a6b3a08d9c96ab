/** Whose password a form holds, for the browser's own keeper of passwords; on the screen it stands in words already. */

/** Keepers pass over fields that are hidden by their type, so this one is a field of words that nobody sees or reaches. */
export const NameForKeeper = ({ userName }: { userName: string }) => (
  <input
    className="vh"
    type="text"
    name="username"
    autoComplete="username"
    value={userName}
    readOnly
    tabIndex={-1}
    aria-hidden="true"
  />
);
