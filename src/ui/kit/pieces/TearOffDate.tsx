/** A date to keep, as a leaf of a tear-off calendar. The words beside it say the date; dates that only inform stay text. */

/** Three short words from the page's language: weekday, day, month. Hidden from screen readers. */
export function TearOffDate({
  weekday,
  day,
  month,
}: {
  weekday: string;
  day: string | number;
  month: string;
}) {
  return (
    <span className="cal" aria-hidden="true">
      <small>{weekday}</small>
      <b>{day}</b>
      <small>{month}</small>
    </span>
  );
}
