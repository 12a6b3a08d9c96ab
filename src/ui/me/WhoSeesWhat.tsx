/** Who can see what of a learner, read off the same memberships that decide it. */
import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { homeOf, providersOf, safeguardingLeadsOf } from "#model/access.ts";
import type { LearnerId, OrganisationId, PersonId } from "#model/id.ts";
import { Avatar } from "#ui/kit/pieces/Avatar.tsx";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Section } from "#ui/kit/pieces/Section.tsx";
import { tutorsOf } from "#ui/use-names.ts";
import { useCircle, usePerson, useRecord } from "#ui/use-record.ts";
import { everywhere } from "#ui/words/everywhere.ts";
import { me as words } from "#ui/words/me.ts";
import { openedWords } from "#ui/words/safeguarding.ts";

const Line = ({ picture, who, what }: { picture: ReactNode; who: string; what: string }) => (
  <li>
    {picture}
    <span>
      <b>{who}</b>
      <span className="muted may-see">{what}</span>
    </span>
  </li>
);

function PersonLine({ id, what }: { id: PersonId; what: string }) {
  const person = usePerson(id);
  const name = person?.name ?? everywhere.someone;
  return <Line picture={<Avatar name={name} drawn={person?.picture} />} who={name} what={what} />;
}

function OrganisationLine({ id, who }: { id: OrganisationId; who: (name: string) => string }) {
  const name = useRecord(id)?.value.name;
  return name ? <Line picture={<Avatar name={name} />} who={who(name)} what={words.teamSees} /> : null;
}

/** Nearest people first, oneself last. */
export function WhoSeesWhat({ learner }: { learner: LearnerId }) {
  const circle = useCircle();
  const tutors = tutorsOf(circle, learner);
  const team = circle
    .ofLearner(learner)
    .flatMap(({ role, person }) =>
      role === "teaching-team" && person && !tutors.includes(person) ? [person] : [],
    );
  const home = homeOf(circle, learner);
  return (
    <Section title={words.whoSees}>
      <Card as="ul" className="may-list">
        {tutors.map((id) => (
          <PersonLine key={id} id={id} what={words.tutorSees} />
        ))}
        {team.map((id) => (
          <PersonLine key={id} id={id} what={words.teamSees} />
        ))}
        {providersOf(circle, learner).map((id) => (
          <OrganisationLine key={id} id={id} who={words.providerSees} />
        ))}
        {home && <OrganisationLine id={home} who={words.coordinatorSees} />}
        {safeguardingLeadsOf(circle, learner).map((id) => (
          <PersonLine key={id} id={id} what={openedWords.leadSees} />
        ))}
        <Line
          picture={
            <span className="av">
              <Icon of={Lock} />
            </span>
          }
          who={words.onlyYou}
          what={words.onlyYouSee}
        />
      </Card>
    </Section>
  );
}
