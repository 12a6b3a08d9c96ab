/**
 * How long tests wait for what comes by itself, a little later: a busy machine takes its time over what an idle one does
 * at once, and a test that passes does not wait for it.
 */

/** For one page or one server. `vi.waitFor` is given it, and would else give up after a second. */
export const patience = { timeout: 8000 } as const;

/** For whole stories, whose devices and server each take their share of the machine. */
export const patienceOfStories = { timeout: 20_000 } as const;
