/**
 * The dataset as it is bundled: the only importer of `virtual:dataset`. It was checked and cut to the readers' copy at
 * build time (scripts/dataset-plugin.ts), is unpacked when loaded, and frozen. Look things up with queries.ts.
 */
import { dataset as bundled } from 'virtual:dataset';
import { unpackDataset } from './packed-dataset.ts';
import type { Dataset } from './schema.ts';

export const dataset: Dataset = unpackDataset(bundled);
