/** Where the article's words and the record differ: the two side by side, and no word on which is right. */
export function ArticleCheck({ lines }: { lines: readonly string[] }) {
  return (
    <section class="us-check">
      <h3>The text and the record</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
