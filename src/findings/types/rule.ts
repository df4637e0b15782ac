import { defineFindings } from '../kind.ts';

export const rule = defineFindings({});
