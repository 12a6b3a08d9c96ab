/** Instead of a list in which there is nobody. */
export const Nobody = ({ title, words }: { title: string; words: string }) => (
  <section className="empty">
    <h2>{title}</h2>
    <p className="muted">{words}</p>
  </section>
);
