/** The words of commands, which speak English. */
import { type Words, wordsFrom } from '../data/messages.ts';
import { catalogueOf } from './read-messages.ts';

export const ENGLISH: Words = wordsFrom(catalogueOf('card', 'en'));
