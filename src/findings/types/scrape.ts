import { defineFindings } from '../kind.ts';

export const scrape = defineFindings({});
