/** Choosing the file: by a press, or by dropping it on the page. */
import { Download, FileArchive, FileSpreadsheet, Upload } from "lucide-react";
import { DropZone, FileTrigger } from "react-aria-components";
import type { Problem } from "#model/outcome.ts";
import { rosterTemplatePath } from "#store/people.ts";
import { Card } from "#ui/kit/pieces/Card.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { rosterWords, wordsForList } from "#ui/words/staff/roster.ts";

export type ChooseFileProps = {
  readonly isBusy: boolean;
  readonly problem: Problem | undefined;
  readonly onChoose: (file: File) => void;
};

const kinds = [
  { icon: FileArchive, title: rosterWords.oneRoster, words: rosterWords.oneRosterWords },
  { icon: FileSpreadsheet, title: rosterWords.csv, words: rosterWords.csvWords },
] as const;

/** Nothing is sent before a file is chosen, and nothing is changed by choosing one. */
export function ChooseFile({ isBusy, problem, onChoose }: ChooseFileProps) {
  const take = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file) onChoose(file);
  };
  return (
    <div className="ros-choose">
      {problem && (
        <p className="err" role="alert">
          {wordsForList(problem)}
        </p>
      )}
      <DropZone
        className="ros-drop"
        aria-label={rosterWords.drop}
        onDrop={({ items }) => {
          const [first] = items;
          if (first?.kind === "file") void first.getFile().then(onChoose);
        }}
      >
        {isBusy ? (
          <output>{rosterWords.reading}</output>
        ) : (
          <>
            <FileTrigger acceptedFileTypes={[".zip", ".csv", "application/zip", "text/csv"]} onSelect={take}>
              <Button kind="main" icon={Upload}>
                {rosterWords.choose}
              </Button>
            </FileTrigger>
            <span className="muted">{rosterWords.drop}</span>
          </>
        )}
      </DropZone>
      <p className="note">{rosterWords.missing}</p>
      <ul className="ros-kinds">
        {kinds.map(({ icon, title, words }) => (
          <li key={title}>
            <Card className="ros-kind">
              <Icon of={icon} />
              <div>
                <h2>{title}</h2>
                <p className="small muted">{words}</p>
              </div>
            </Card>
          </li>
        ))}
      </ul>
      <p className="muted">{rosterWords.again}</p>
      <a className="btn btn-plain btn-small" href={rosterTemplatePath} download>
        <Icon of={Download} small />
        {rosterWords.template}
      </a>
    </div>
  );
}
