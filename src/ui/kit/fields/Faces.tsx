/** Four faces for "how is it going?". One tap answers; all have one colour. */
import { Label, RadioButton, RadioField, RadioGroup } from "react-aria-components";
import { Face, type FaceKind } from "#ui/kit/drawing/Face.tsx";

const KINDS: readonly FaceKind[] = ["stuck", "hard", "ok", "good"];

type FacesProps = {
  /** The question. */
  readonly label: string;
  /** The word under each face. */
  readonly words: Readonly<Record<FaceKind, string>>;
  /** Null while nothing is said. */
  readonly value: FaceKind | null;
  readonly onChange: (face: FaceKind) => void;
  readonly isReadOnly?: boolean;
};

/** A radio group of faces. */
export function Faces({ label, words, value, onChange, isReadOnly = false }: FacesProps) {
  const choose = (chosen: string): void => {
    const kind = KINDS.find((one) => one === chosen);
    if (kind) onChange(kind);
  };
  return (
    <RadioGroup value={value} onChange={choose} isReadOnly={isReadOnly}>
      <Label className="choice-label">{label}</Label>
      <div className="faces">
        {KINDS.map((kind) => (
          <RadioField key={kind} value={kind}>
            <RadioButton>
              <Face kind={kind} />
              <span>{words[kind]}</span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
