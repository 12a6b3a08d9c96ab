/** Bringing in a list: the chosen file, what the server found in it, which classes make tutors, and what came of it. */
import { useRef, useState } from "react";
import type { RosterImported } from "#model/wire/api.ts";
import type { Problem } from "#model/outcome.ts";
import type { RosterPreview } from "#model/wire/roster-preview.ts";
import { importRoster, previewRoster } from "#store/people.ts";

/** Where bringing in a list stands. Nothing of it outlives the page but what was confirmed. */
export interface Roster {
  readonly fileName: string | undefined;
  readonly preview: RosterPreview | undefined;
  readonly imported: RosterImported | undefined;
  readonly isBusy: boolean;
  /** Why the last question was refused. */
  readonly problem: Problem | undefined;
  /** Resolves to true when there is a preview to look at. */
  readonly choose: (file: File) => Promise<boolean>;
  /** Ticks or unticks a class, and asks again who would see whom. */
  readonly tick: (sourcedId: string, isTicked: boolean) => Promise<void>;
  /** Resolves to true when everything is in. */
  readonly confirm: () => Promise<boolean>;
}

const tickedIn = (preview: RosterPreview): readonly string[] =>
  preview.groups.filter((group) => group.ticked).map((group) => group.sourcedId);

/** The state of one import. */
export function useRoster(): Roster {
  const [file, setFile] = useState<File>();
  const [preview, setPreview] = useState<RosterPreview>();
  const [imported, setImported] = useState<RosterImported>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  // A tick may follow before the last was counted: only the answer to the newest question is shown.
  const asked = useRef<readonly string[]>(undefined);
  const look = async (at: File, ticked: readonly string[]): Promise<boolean> => {
    asked.current = ticked;
    setBusy(true);
    setProblem(undefined);
    const found = await previewRoster(at, ticked);
    if (asked.current !== ticked) return false;
    setBusy(false);
    if (found.ok) setPreview(found.value);
    else setProblem(found.problem);
    return found.ok;
  };
  const choose = (chosen: File): Promise<boolean> => {
    setFile(chosen);
    setImported(undefined);
    setPreview(undefined);
    return look(chosen, []);
  };
  const tick = async (sourcedId: string, isTicked: boolean): Promise<void> => {
    if (!file || !preview) return;
    const others = tickedIn(preview).filter((id) => id !== sourcedId);
    const groups = preview.groups.map((group) =>
      group.sourcedId === sourcedId ? { ...group, ticked: isTicked } : group,
    );
    setPreview({ ...preview, groups });
    await look(file, isTicked ? [...others, sourcedId] : others);
  };
  const confirm = async (): Promise<boolean> => {
    if (!preview) return false;
    setBusy(true);
    const done = await importRoster({ preview: preview.id, ticked: tickedIn(preview) });
    setBusy(false);
    if (done.ok) setImported(done.value);
    else setProblem(done.problem);
    return done.ok;
  };
  return { fileName: file?.name, preview, imported, isBusy, problem, choose, tick, confirm };
}
