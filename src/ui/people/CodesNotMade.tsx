/** Why no codes were made: for whom one could be, if somebody else helps, and codes for the others. Source: RULES A22. */
import { kindOfId, type PersonId } from "#model/id.ts";
import type { Problem } from "#model/outcome.ts";
import { Button } from "#ui/kit/press/Button.tsx";
import { wordsForProblem } from "#ui/words/problems.ts";
import { peopleWords } from "#ui/words/staff/people.ts";
import { useCodesFor } from "./codes-for.ts";
import { useMyOrganisation, usePeople } from "./use-people.ts";

/** The people who stand in the way, as the server names them; empty when it is something else. */
const peopleIn = ({ code, detail = "" }: Problem): readonly PersonId[] =>
  code === "not-allowed" ? detail.split(" ").filter((id): id is PersonId => kindOfId(id) === "person") : [];

function BelongElsewhere({ elsewhere }: { elsewhere: readonly PersonId[] }) {
  const { people, makeFor } = useCodesFor();
  const { answer } = usePeople(useMyOrganisation());
  const others = people.filter((person) => !elsewhere.includes(person));
  const known = answer?.people.filter(({ person }) => elsewhere.includes(person)) ?? [];
  return (
    <>
      <div role="alert">
        <p className="err">{peopleWords.codesElsewhere}</p>
        <ul>
          {known.map(({ person, name }) => (
            <li key={person}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
        <p>{peopleWords.codesElsewhereWhy}</p>
        <p>{peopleWords.codesElsewhereHelp}</p>
      </div>
      {others.length > 0 && (
        <Button kind="main" onPress={() => makeFor(others)}>
          {peopleWords.codesForOthers(others.length)}
        </Button>
      )}
    </>
  );
}

/** What stands in place of the cards. */
export function CodesNotMade({ problem }: { problem: Problem }) {
  const elsewhere = peopleIn(problem);
  if (elsewhere.length > 0) return <BelongElsewhere elsewhere={elsewhere} />;
  return (
    <p className="err" role="alert">
      {problem.code === "not-allowed" ? peopleWords.codesNotAllowed : wordsForProblem(problem)}
    </p>
  );
}
