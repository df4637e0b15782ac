import { defineFindings } from '../kind.ts';

export const cloudwatch = defineFindings({});
