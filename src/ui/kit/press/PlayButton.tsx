/** The round button that plays and pauses a recording. */
import { Pause, Play } from "lucide-react";
import { Icon } from "#ui/kit/pieces/Icon.tsx";
import { Press } from "./Press.tsx";

/** `label` names what pressing does now ("Play", "Pause"). `quiet` is for lists of many. */
export function PlayButton({
  isPlaying,
  label,
  onPress,
  quiet = false,
}: {
  isPlaying: boolean;
  label: string;
  onPress: () => void;
  quiet?: boolean;
}) {
  return (
    <Press className={quiet ? "play quiet" : "play"} aria-label={label} onPress={onPress}>
      <Icon of={isPlaying ? Pause : Play} />
    </Press>
  );
}
