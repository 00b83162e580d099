/** A page that never rests, as a function that is sent to a page and runs there: it uses nothing from around it. */

export interface StormOptions {
  /** `append`: a feed grows by text nodes ten times a second. `ticker`: in every frame the same text nodes get new text. */
  readonly kind: 'append' | 'ticker';
  readonly milliseconds: number;
  /** Text nodes a turn. */
  readonly nodes: number;
  readonly sentences: readonly string[];
  /** A sentence with a mention to put in, so many times, evenly spread. */
  readonly mention: string;
  readonly mentions: number;
}

export interface StormResult {
  readonly frames: number;
  /** Milliseconds of each task that browsers call long. */
  readonly longTasks: readonly number[];
  /** Milliseconds from each insertion of a mention to the first frame in which it is marked; none where it never was. */
  readonly delays: readonly number[];
}

/** Change the page, count its frames, put in mentions and wait for their marks. */
export function storm({ kind, milliseconds, nodes, sentences, mention, mentions }: StormOptions): Promise<StormResult> {
  const feed = document.createElement('section');
  document.body.prepend(feed);
  let [frames, place, inserted, batches] = [0, 0, 0, 0];
  const texts: Text[] = kind === 'ticker' ? Array.from({ length: nodes }, addLine) : [];
  const longTasks: number[] = [];
  const delays: number[] = [];
  const waiting = new Map<Node, number>();
  const started = performance.now();
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  return new Promise((resolve) => {
    requestAnimationFrame(frame);

    function frame(): void {
      const elapsed = performance.now() - started;
      if (waiting.size > 0) noteMarks();
      if (elapsed < milliseconds) {
        frames++;
        change(elapsed);
      }
      // What was put in last gets a moment more to be marked.
      if (elapsed < milliseconds || (waiting.size > 0 && elapsed < milliseconds + 2_000)) requestAnimationFrame(frame);
      else {
        observer.disconnect();
        resolve({ frames, longTasks, delays });
      }
    }
  });

  function change(elapsed: number): void {
    if (kind === 'ticker') for (const text of texts) text.data = nextSentence();
    else if (elapsed > batches * 100) {
      batches++;
      for (let each = 0; each < nodes; each++) addLine();
    }
    if (inserted < mentions && elapsed > ((inserted + 0.5) * milliseconds) / mentions) {
      inserted++;
      const text = addLine();
      text.data = mention;
      waiting.set(text, performance.now());
    }
  }

  function addLine(): Text {
    const line = document.createElement('p');
    const text = new Text(nextSentence());
    line.append(text);
    feed.append(line);
    return text;
  }

  function nextSentence(): string {
    place++;
    return `${sentences[place % sentences.length]} ${place}`;
  }

  /** The page can see what is painted, and so can we. */
  function noteMarks(): void {
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('note-')) continue;
      for (const { startContainer } of highlight) {
        const since = waiting.get(startContainer);
        if (since === undefined) continue;
        delays.push(performance.now() - since);
        waiting.delete(startContainer);
      }
    }
  }
}
