/** What the file would change, and each thing in it that somebody may want to mend, by file and line. */
import { CircleAlert, CircleHelp } from "lucide-react";
import { useState } from "react";
import type { ProgrammeCount, RosterPreview, RosterProblem } from "#model/wire/roster-preview.ts";
import { Disclosure } from "#ui/kit/pieces/Disclosure.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import {
  effectWords,
  foundColumns,
  foundWords,
  rosterProblemWords,
  rosterWords,
} from "#ui/words/staff/roster.ts";

const rows = ["learners", "tutors", "otherStaff"] as const;

function Found({ preview }: { preview: RosterPreview }) {
  return (
    <section>
      <h2>{rosterWords.found}</h2>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{rosterWords.columns.who}</th>
            {foundColumns.map((column) => (
              <th key={column} scope="col" className="r">
                {rosterWords.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{foundWords[row]}</th>
              {foundColumns.map((column) => (
                <td key={column} className="r" data-head={rosterWords.columns[column]}>
                  {preview.counts[row][column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Two spellings of one programme stand out here. */
function Programmes({ programmes }: { programmes: readonly ProgrammeCount[] }) {
  return (
    <section>
      <h2>{rosterWords.programmes}</h2>
      <ul className="ros-groups">
        {programmes.map(({ programme, learners }) => (
          <li key={programme} className="ros-group">
            <b dir="auto">{programme}</b> <small>{rosterWords.onProgramme(learners)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ProblemRow({ problem }: { problem: RosterProblem }) {
  const isLeftOut = problem.effect === "left-out";
  return (
    <tr>
      <td>
        <span className={isLeftOut ? "sev bad" : "sev"}>
          <Icon of={isLeftOut ? CircleAlert : CircleHelp} small />
          {effectWords[problem.effect]}
        </span>
      </td>
      <td>
        <b className="num">
          <bdi>{problem.file}</bdi>
        </b>
        <small>
          {problem.line === 0
            ? rosterWords.wholeFile
            : rosterWords.line(problem.line, problem.otherLines.length)}
        </small>
      </td>
      <td>
        <b>{rosterProblemWords[problem.code]}</b>
        <small dir="auto">{problem.detail}</small>
        {problem.suggestion !== undefined && (
          <small dir="auto">{rosterWords.perhaps(problem.suggestion)}</small>
        )}
      </td>
    </tr>
  );
}

const firstFew = 30;
const order = ["left-out", "noted", "read-as", "ignored"] as const;

function Problems({ problems }: { problems: readonly RosterProblem[] }) {
  const [isAll, setAll] = useState(false);
  const sorted = problems.toSorted((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect));
  const { effect, where, says } = rosterWords.problemColumns;
  if (problems.length === 0) return <p>{rosterWords.nothingToLookAt}</p>;
  return (
    <section>
      <h2>{rosterWords.toLookAt(problems.length)}</h2>
      <table className="plain probs">
        <thead>
          <tr>
            <th scope="col">{effect}</th>
            <th scope="col">{where}</th>
            <th scope="col">{says}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, isAll ? undefined : firstFew).map((problem) => (
            <ProblemRow
              key={`${problem.file} ${problem.line} ${problem.code} ${problem.detail}`}
              problem={problem}
            />
          ))}
        </tbody>
      </table>
      {!isAll && problems.length > firstFew && (
        <Button kind="text" small onPress={() => setAll(true)}>
          {rosterWords.allProblems(problems.length)}
        </Button>
      )}
    </section>
  );
}

/** So few that nobody has to ask for them. */
const fewLeavers = 12;

function Leavers({ leavers }: Pick<RosterPreview, "leavers">) {
  return (
    <Disclosure title={rosterWords.whoLeaves} level={2} defaultExpanded={leavers.length <= fewLeavers}>
      <ul className="ros-groups">
        {leavers.map(({ sourcedId, name }) => (
          <li key={sourcedId} dir="auto">
            {name}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** Words that hold for the whole file. */
function Warnings({ preview }: { preview: RosterPreview }) {
  const { leavers, manyLeavers, relativesLeftOut, changesNothing } = preview;
  return (
    <>
      {changesNothing && <p className="note">{rosterWords.changesNothing}</p>}
      {leavers.length > 0 && (
        <p className={manyLeavers ? "nobody" : "note"} role={manyLeavers ? "alert" : undefined}>
          {manyLeavers ? rosterWords.manyLeavers(leavers.length) : rosterWords.leavers(leavers.length)}
        </p>
      )}
      {leavers.length > 0 && <Leavers leavers={leavers} />}
      {relativesLeftOut > 0 && <p className="note">{rosterWords.relatives(relativesLeftOut)}</p>}
    </>
  );
}

/** Nothing here changes anything. */
export const CheckFile = ({ preview }: { preview: RosterPreview }) => (
  <div className="ros-check">
    <Warnings preview={preview} />
    <Found preview={preview} />
    {preview.programmes && <Programmes programmes={preview.programmes} />}
    <Problems problems={preview.problems} />
  </div>
);
