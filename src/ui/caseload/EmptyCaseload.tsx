/** Before anybody is on a caseload: what will stand here, and who makes it happen. */
import { Contours } from "#ui/kit/drawing/Contours.tsx";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import { Trail } from "#ui/kit/drawing/Trail.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { showToast } from "#ui/kit/overlay/toasts.ts";
import { Button } from "#ui/kit/press/Button.tsx";
import { FingerButton } from "#ui/kit/press/FingerButton.tsx";
import { deviceWord } from "#ui/device-word.ts";
import { useLearnersPlace } from "#ui/staff-shell/use-learners-place.ts";
import { useStore } from "#ui/store-context.tsx";
import { StrandDot } from "#ui/strand/StrandDot.tsx";
import { deviceIcons } from "#ui/sync-status/SavedLine.tsx";
import { useSyncStatus } from "#ui/use-record.ts";
import { wordsForProblem } from "#ui/words/problems.ts";
import { coming } from "#ui/words/sync-status/coming.ts";
import { emptyCaseload } from "#ui/words/staff/caseload.ts";

const road = [
  { kind: "start" },
  { kind: "ahead" },
  { kind: "review-next", number: 1 },
  { kind: "end" },
] as const;

/** The one thing to do: those who give learners to others go where that is done, the others ask the server again. */
function WayOn() {
  const { sync } = useStore();
  const { hasPeople } = useLearnersPlace();
  if (hasPeople) return <FingerButton href="/people">{emptyCaseload.toPeople}</FingerButton>;
  const look = async (): Promise<void> => {
    const { problem } = await sync.sendNow();
    showToast({ words: problem ? wordsForProblem(problem) : emptyCaseload.looked });
  };
  return <Button onPress={() => void look()}>{emptyCaseload.lookAgain}</Button>;
}

/** Says that learners are on their way while the first round with the server is not over. */
export function EmptyCaseload() {
  const { isComplete, problem } = useSyncStatus();
  const { hasPeople } = useLearnersPlace();
  const words = hasPeople ? emptyCaseload.wordsToAssign : emptyCaseload.words;
  const looking = problem ? coming.words(deviceWord(), problem) : emptyCaseload.looking;
  return (
    <div className="em-c">
      <div className="em-pic">
        <Contours place="broad" />
        <Trail waypoints={road} size="strip" />
      </div>
      <h2>{isComplete ? emptyCaseload.title : coming.title}</h2>
      <p className="muted">{isComplete ? words : looking}</p>
      {isComplete && <WayOn />}
      <ul className="em-what">
        <li>
          <Sign kind="review-next" number={1} />
          <span>{emptyCaseload.rows}</span>
        </li>
        <li>
          <span className="dots" aria-hidden="true">
            <StrandDot strand="vocational" isOff={false} />
            <StrandDot strand="english" isOff />
          </span>
          <span>{emptyCaseload.dots}</span>
        </li>
        <li>
          <Icon of={deviceIcons[deviceWord()]} />
          <span>{emptyCaseload.offline}</span>
        </li>
      </ul>
    </div>
  );
}
