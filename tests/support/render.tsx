/** Renders components for tests as readers get them: with words around them, English ones unless others are given. */
import { type RenderResult, render as renderElement } from '@testing-library/preact';
import type { ComponentChild } from 'preact';
import { WordsProvider } from '../../components/words.ts';
import type { Words } from '../../data/messages.ts';
import { english } from './words.ts';

export function render(element: ComponentChild, words: Words = english): RenderResult {
  const within = (child: ComponentChild) => <WordsProvider value={words}>{child}</WordsProvider>;
  const result = renderElement(within(element));
  return { ...result, rerender: (next) => result.rerender(within(next)) };
}
