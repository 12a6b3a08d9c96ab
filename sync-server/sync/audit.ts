/** Tells a device where it holds something else than the server at the same position. Source: RULES S9, S10. */
import { heldScopes } from "#model/access.ts";
import { isIdOf, type PersonId } from "#model/id.ts";
import { yes, type Outcome } from "#model/outcome.ts";
import type { Message } from "#model/wire/protocol.ts";
import { lookAround } from "#server/sync/desk/circle.ts";
import { answerIn } from "./greeting.ts";
import type { Site } from "./site.ts";

/** Answers an audit; scopes that moved meanwhile, or are not held, are left out. Problems: those of the header. */
export const audit = (
  site: Site,
  person: PersonId,
  message: Message<"audit">,
): Promise<Outcome<Message<"audited">>> =>
  answerIn(site, "read", message, {
    prepare: (t) => lookAround(t, person),
    answer: async ({ t, header }, around) => {
      const named = Object.keys(message.scopes).map((scope) => scope.slice(scope.indexOf(":") + 1));
      const learners = named.filter((id) => isIdOf("learner", id));
      const held = await around.ask(({ circle }) => heldScopes(circle, person, learners));
      const asked = held.filter((scope) => message.scopes[scope] !== undefined);
      const marks = await t.scopes.marks(asked);
      const differ: Message<"audited">["differ"] = {};
      for (const scope of asked) {
        const here = marks.get(scope) ?? { position: 0, digest: 0 };
        const there = message.scopes[scope];
        // Where the server has come further the device has yet to hear of it. Where the device has, the server was set back.
        if (!there || there.position < here.position) continue;
        if (there.position === here.position && there.digest === here.digest) continue;
        site.log.warn("a device and the server held different things at the same position");
        differ[scope] = [...(await t.scopes.held(scope))];
      }
      return yes({ ...header(), differ });
    },
  });
