/** A day, by the device's own date picker: the one people know, in their language, and no bytes of ours. */
import { Input } from "react-aria-components";
import { LabelledField, type FieldWords } from "./field-parts.tsx";

type DateFieldProps = FieldWords & {
  /** A local date, `2026-12-10`, or the empty text. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The last day that may be chosen, as a local date. */
  readonly max?: string;
};

/** A labelled date. Gives the empty text when cleared. */
export function DateField({ max, ...field }: DateFieldProps) {
  return (
    <LabelledField {...field} type="date">
      <Input className="input date" {...(max === undefined ? {} : { max })} />
    </LabelledField>
  );
}
