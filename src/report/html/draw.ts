import { withoutUnseen } from '../../terminal.ts';
import { cells } from '../text/cells.ts';
import { BOX, type Topology } from './topology.ts';

/** A topology as SVG. Names are cut to their boxes; the whole name is in the title. */
export function drawTopology(topology: Topology, roleWord: (role: string) => string): string {
  const { width, height, lanes, boxes, arrows } = topology;
  const size = `viewBox="-8 -8 ${width + 16} ${height + 16}" width="${width + 16}" height="${height + 16}"`;
  const head = ['well', 'blind', 'sick', 'cause'].map(
    (state) =>
      `<marker id="to-${state}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head ${state}" d="M0 0L8 4L0 8z"/></marker>`,
  );
  const lane = lanes.map(
    (one) =>
      `<rect class="lane" x="${one.x}" y="${one.y}" width="${one.width}" height="${one.height}" rx="8"/><text class="cluster" x="${one.x + 14}" y="${one.y + 21}">${html(one.cluster)}</text>`,
  );
  const order = ['well', 'blind', 'sick', 'cause'];
  const arrow = arrows
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
    .map(({ kind, state, from, to }) => {
      const bend = Math.max(24, Math.abs(to.x - from.x) / 2) * (from.x <= to.x ? 1 : -1);
      const path = `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
      return `<path class="link ${state}" d="${path}" marker-end="url(#to-${state})"><title>${html(kind)}</title></path>`;
    });
  const box = boxes.map(
    ({ x, y, label, role, state }) =>
      `<g class="part ${state}"><title>${html(label)}</title><rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="6"/><text class="role" x="${x + 10}" y="${y + 16}">${html(roleWord(role))}</text><text class="name" x="${x + 10}" y="${y + 33}">${html(cut(label, 20))}</text></g>`,
  );
  return `<svg role="img" ${size}><defs>${head.join('')}</defs>${[...lane, ...arrow, ...box].join('')}</svg>`;
}

function cut(text: string, width: number): string {
  if (cells(text) <= width) return text;
  let short = '';
  for (const letter of text) {
    if (cells(`${short}${letter}…`) > width) break;
    short += letter;
  }
  return `${short}…`;
}

/** Text for HTML and SVG, in elements and quoted attributes. */
export const html = (text: string): string =>
  withoutUnseen(text, '').replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
