/** Every check of the dataset, in the order in which their problems are listed. */
import type { Check } from './check.ts';
import { council } from './council.ts';
import { counterparts } from './counterparts.ts';
import { countries } from './countries.ts';
import { counts } from './counts.ts';
import { dates } from './dates.ts';
import { gaps } from './gaps.ts';
import { groups } from './groups.ts';
import { hosts } from './hosts.ts';
import { ids } from './ids.ts';
import { isoCodes } from './iso-codes.ts';
import { order } from './order.ts';
import { origins } from './origins.ts';
import { quotations } from './quotations.ts';
import { readerSources } from './reader-sources.ts';
import { sourcesPresent } from './sources-present.ts';
import { sourcesUsed } from './sources-used.ts';
import { votes } from './votes.ts';
import { withdrawals } from './withdrawals.ts';
import { wording } from './wording.ts';

export const ALL_CHECKS: readonly Check[] = [
  ids,
  dates,
  isoCodes,
  countries,
  council,
  counts,
  gaps,
  groups,
  votes,
  withdrawals,
  counterparts,
  order,
  sourcesPresent,
  sourcesUsed,
  readerSources,
  origins,
  hosts,
  quotations,
  wording,
];
