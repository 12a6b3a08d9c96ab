/** Bringing in a school's own list: choose a file, check it, see who would see whom, and only then change anything. */
import { ArrowLeft, UsersRound } from "lucide-react";
import { useNavigate, useSearchParams } from "react-router";
import type { RosterImported } from "#model/wire/api.ts";
import type { RosterPreview } from "#model/wire/roster-preview.ts";
import { Post } from "#ui/kit/drawing/Post.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { useCodesFor } from "#ui/people/codes-for.ts";
import { useGoOnce } from "#ui/shell/use-go-once.ts";
import { bringInWords, rosterSteps, rosterWords, wordsForList } from "#ui/words/staff/roster.ts";
import type { RosterStep } from "#ui/words/staff/roster.ts";
import { CheckFile } from "./CheckFile.tsx";
import { ChooseFile } from "./ChooseFile.tsx";
import { RosterFrame, stepAddress } from "./RosterFrame.tsx";
import { useRoster } from "./use-roster.ts";
import type { Roster } from "./use-roster.ts";
import { WhoSeesWhom } from "./WhoSeesWhom.tsx";

/** The step the address names, as far as there is something to show in it. */
function useRosterStep({ preview, imported }: Roster): RosterStep {
  const [search] = useSearchParams();
  if (imported) return "codes";
  const named = rosterSteps.find((step) => step === search.get("step")) ?? "file";
  return !preview || named === "codes" ? "file" : named;
}

const Back = ({ to }: { to: RosterStep }) => (
  <Button href={stepAddress(to)}>
    <Icon of={ArrowLeft} small mirror />
    {rosterWords.back}
  </Button>
);

const leftOut = ({ problems }: RosterPreview): number =>
  problems
    .filter((problem) => problem.effect === "left-out")
    .reduce((sum, problem) => sum + 1 + problem.otherLines.length, 0);

const sum = ({ counts }: RosterPreview, what: "toAdd" | "toChange"): number =>
  Object.values(counts).reduce((all, one) => all + one[what], 0);

function CheckStep({ roster, preview }: { roster: Roster; preview: RosterPreview }) {
  const goOn = useGoOnce();
  const foot = (
    <>
      <Back to="file" />
      <p className="muted small">{leftOut(preview) > 0 && rosterWords.stayOut(leftOut(preview))}</p>
      <FingerButton onPress={() => goOn(stepAddress("sees"))}>{rosterWords.goOn}</FingerButton>
    </>
  );
  return (
    <RosterFrame
      step="check"
      notes={{ file: roster.fileName ?? "", check: rosterWords.toLookAt(preview.problems.length) }}
      title={rosterWords.checkTitle}
      intro={rosterWords.checkWords(roster.fileName ?? "")}
      foot={foot}
    >
      <CheckFile preview={preview} />
    </RosterFrame>
  );
}

function SeesStep({ roster, preview }: { roster: Roster; preview: RosterPreview }) {
  const foot = (
    <>
      <Back to="check" />
      <p className="muted small" role="alert">
        {roster.problem && wordsForList(roster.problem)}
      </p>
      <FingerButton
        isDisabled={roster.isBusy || preview.changesNothing}
        onPress={() => void roster.confirm()}
      >
        {bringInWords(sum(preview, "toAdd"), sum(preview, "toChange"), preview.leavers.length)}
      </FingerButton>
    </>
  );
  return (
    <RosterFrame
      step="sees"
      notes={{ file: roster.fileName ?? "" }}
      title={rosterWords.seesTitle}
      intro={rosterWords.seesWords}
      foot={foot}
    >
      <WhoSeesWhom
        preview={preview}
        isBusy={roster.isBusy}
        onTick={(id, isTicked) => void roster.tick(id, isTicked)}
      />
    </RosterFrame>
  );
}

function DoneStep({ imported }: { imported: RosterImported }) {
  const { added, changed, left, people } = imported;
  const navigate = useNavigate();
  const codesFor = useCodesFor();
  const printCodes = (): void => {
    codesFor.makeFor(people);
    void navigate("/people?sheet=codes");
  };
  return (
    <RosterFrame
      step="codes"
      notes={{}}
      title={rosterWords.doneTitle}
      intro={rosterWords.doneWords(added, changed, left)}
    >
      <div className="ros-done">
        <Post icon={UsersRound} size={84} />
        {people.length > 0 && (
          <FingerButton onPress={printCodes}>{rosterWords.codes(people.length)}</FingerButton>
        )}
        <Button href="/people">{rosterWords.people}</Button>
      </div>
    </RosterFrame>
  );
}

/** The page at `/roster`. */
export function RosterPage() {
  const roster = useRoster();
  const step = useRosterStep(roster);
  const navigate = useNavigate();
  const { preview, imported } = roster;
  if (imported) return <DoneStep imported={imported} />;
  if (preview && step === "check") return <CheckStep roster={roster} preview={preview} />;
  if (preview && step === "sees") return <SeesStep roster={roster} preview={preview} />;
  const choose = async (file: File): Promise<void> => {
    if (await roster.choose(file)) await navigate(stepAddress("check"));
  };
  return (
    <RosterFrame step="file" notes={{}} title={rosterWords.chooseTitle} intro={rosterWords.chooseWords}>
      <ChooseFile isBusy={roster.isBusy} problem={roster.problem} onChoose={(file) => void choose(file)} />
    </RosterFrame>
  );
}
