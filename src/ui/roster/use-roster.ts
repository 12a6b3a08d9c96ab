/** Bringing in a list: the chosen file, what the server found in it, which classes make tutors, and what came of it. */
import { useRef, useState } from "react";
import type { RosterImported } from "#model/wire/api.ts";
import { no, yes } from "#model/outcome.ts";
import type { Outcome, Problem } from "#model/outcome.ts";
import { listLimitBytes } from "#model/wire/roster-preview.ts";
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

/** Its bytes as they are now. Problem: `roster-unreadable` when it is empty or too large, or changed or gone since it was chosen. */
async function readWhole(file: File): Promise<Outcome<Blob>> {
  if (file.size > listLimitBytes) return no("roster-unreadable", "too-large");
  if (file.size === 0) return no("roster-unreadable");
  try {
    return yes(new Blob([await file.arrayBuffer()]));
  } catch {
    return no("roster-unreadable");
  }
}

/** The state of one import. */
export function useRoster(): Roster {
  const [fileName, setFileName] = useState<string>();
  const [preview, setPreview] = useState<RosterPreview>();
  const [imported, setImported] = useState<RosterImported>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();

  // The file may change or go while its preview is looked at: every question is about what was read of it first.
  const list = useRef<Blob>(undefined);
  const answered = useRef<RosterPreview>(undefined);
  const show = (found: Outcome<RosterPreview>): boolean => {
    setBusy(false);
    if (found.ok) answered.current = found.value;
    else setProblem(found.problem);
    // What was ticked and not counted is not shown as if it were.
    setPreview(answered.current);
    return found.ok;
  };
  // A tick may follow before the last was counted: only the answer to the newest question is shown.
  const asked = useRef<readonly string[]>(undefined);
  const look = async (at: Blob, ticked: readonly string[]): Promise<boolean> => {
    asked.current = ticked;
    setBusy(true);
    setProblem(undefined);
    const found = await previewRoster(at, ticked);
    return asked.current === ticked && show(found);
  };
  const choose = async (chosen: File): Promise<boolean> => {
    setFileName(chosen.name);
    setImported(undefined);
    setPreview(undefined);
    answered.current = undefined;
    const read = await readWhole(chosen);
    if (!read.ok) return show(read);
    list.current = read.value;
    return look(read.value, []);
  };
  const tick = async (sourcedId: string, isTicked: boolean): Promise<void> => {
    if (!list.current || !preview) return;
    const others = tickedIn(preview).filter((id) => id !== sourcedId);
    const groups = preview.groups.map((group) =>
      group.sourcedId === sourcedId ? { ...group, ticked: isTicked } : group,
    );
    setPreview({ ...preview, groups });
    await look(list.current, isTicked ? [...others, sourcedId] : others);
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
  return { fileName, preview, imported, isBusy, problem, choose, tick, confirm };
}
