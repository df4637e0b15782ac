import { defineControl } from '../control.ts';
import { agentFinds, agentLoadedWithin, allOf } from '../effects.ts';
import { agentConfig } from '../fault.ts';

const COMMENT = '# Looked at by the platform team: scrape_config, remote_wrtie and such are not in it.';

/** The agent loads it anew, and does as before. */
export const control = defineControl({
  name: 'config-comment-added',
  lab: { pipeline: 'plain', isNewer: true },
  visibleAfter: 180,
  happens: (context) => {
    const { key, ...ref } = agentConfig(context);
    const map = { kind: 'configmap', ...ref };
    return context.hands.changeText(context.edge, map, key, (text) => `${COMMENT}\n${text}`);
  },
  effect: allOf(
    agentFinds(() => COMMENT),
    agentLoadedWithin(240),
  ),
});
