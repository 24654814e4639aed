/** Line icons as inline SVG: data addresses would break a strict policy. They only repeat what a word beside them says. */
import { html, type TemplateResult } from 'lit';

const circle = 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0z';

const paths = {
  alert: 'M10 3.2 17.6 16.5H2.4zM10 8v3.6M10 14v.01',
  arrow: 'M3.5 10h13M12 5.5l4.5 4.5-4.5 4.5',
  autopay: 'M3.5 9.5a6 6 0 0 1 6-6h4.5M11.5 1 14 3.5 11.5 6M16.5 10.5a6 6 0 0 1-6 6H6M8.5 19 6 16.5 8.5 14',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  check: `${circle}M6.8 10.3l2.2 2.2 4.2-4.6`,
  clock: `${circle}M10 6v4l2.6 1.8`,
  estimate: 'M3.5 8c2.2-2.6 4.4-2 6.5-.6s4.3 2 6.5-.6M3.5 13.4c2.2-2.6 4.4-2 6.5-.6s4.3 2 6.5-.6',
  info: `${circle}M10 9.3V14M10 6.4v.01`,
  lock: 'M4.5 9h11v7.5h-11zM7 9V6.3a3 3 0 0 1 6 0V9',
  minus: `${circle}M6.8 10h6.4`,
  offline: 'M3 3l14 14M3.5 8.6a10 10 0 0 1 3-1.9M10 5.7c2.5 0 4.7 1 6.5 2.9M6 11.4a6 6 0 0 1 2.2-1.4M14 11.4l-1-.7M10 14.6v.01',
  refresh: 'M16.3 10a6.3 6.3 0 1 1-1.9-4.5l1.9 1.9M16.3 3.6v3.8h-3.8',
  returned: 'M16.5 14.5v-2a4 4 0 0 0-4-4H4M7.5 5 4 8.5 7.5 12',
  ring: 'M13.5 10a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0z',
  slash: `${circle}M5.2 5.2l9.6 9.6`,
  turning: 'M10 3a7 7 0 1 1-7 7',
} as const;

export type IconName = keyof typeof paths;

/** What points along the line of reading is mirrored where that runs the other way. */
export const iconLook = (name: IconName, isTurning = name === 'turning'): string => {
  if (isTurning) return 'icon turn';
  return name === 'arrow' || name === 'returned' ? 'icon flip' : 'icon';
};

export const iconPath = (name: IconName): string => paths[name];

export const icon = (name: IconName, isTurning?: boolean): TemplateResult =>
  html`<svg class=${iconLook(name, isTurning)} viewBox="0 0 20 20" aria-hidden="true"><path d=${iconPath(name)} /></svg>`;
