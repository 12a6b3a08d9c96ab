/** Four faces for "how is it going?". One tap answers; all have one colour. */
import { useId } from "react";
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
};

/** A radio group of faces, of the browser's own radio buttons: it stands on the first page, and needs nothing else. */
export function Faces({ label, words, value, onChange }: FacesProps) {
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={id}>
      <span id={id} className="choice-label">
        {label}
      </span>
      <div className="faces">
        {KINDS.map((kind) => (
          <div key={kind}>
            <label>
              <span>
                <input
                  type="radio"
                  name={`${id}-face`}
                  checked={kind === value}
                  onChange={() => onChange(kind)}
                />
              </span>
              <Face kind={kind} />
              <span>{words[kind]}</span>
            </label>
          </div>
        ))}
      </div>
    </div>
  );
}
