import { defineFindings } from '../kind.ts';

export const operator = defineFindings({});
