/** Before anybody is on a caseload: what will stand here, and who makes it happen. */
import { Contours } from "#ui/kit/drawing/Contours.tsx";
import { Sign } from "#ui/kit/drawing/Sign.tsx";
import { Trail } from "#ui/kit/drawing/Trail.tsx";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { deviceWord } from "#ui/device-word.ts";
import { StrandDot } from "#ui/strand/StrandDot.tsx";
import { deviceIcons } from "#ui/sync-status/SavedLine.tsx";
import { useSyncStatus } from "#ui/use-record.ts";
import { emptyCaseload } from "#ui/words/staff-caseload.ts";

const road = [
  { kind: "start" },
  { kind: "ahead" },
  { kind: "review-next", number: 1 },
  { kind: "end" },
] as const;

/** Says that learners are on their way while the first round with the server is not over. */
export function EmptyCaseload() {
  const { isComplete } = useSyncStatus();
  return (
    <div className="em-c">
      <div className="em-pic">
        <Contours place="broad" />
        <Trail waypoints={road} size="strip" />
      </div>
      <h2>{emptyCaseload.title}</h2>
      <p className="muted">{isComplete ? emptyCaseload.words : emptyCaseload.looking}</p>
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
