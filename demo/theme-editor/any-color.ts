/** Turns a colour in any notation a browser knows into hex, by painting one point: themes from elsewhere may use them. */
import { parseColor, toHex } from './colors.js';

const paint = (value: string): string => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || !CSS.supports('color', value)) return value;
  context.fillStyle = value;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 255] = context.getImageData(0, 0, 1, 1).data;
  const alpha = a === 255 ? '' : a.toString(16).padStart(2, '0');
  return `${toHex({ r, g, b, a: 1 })}${alpha}`;
};

export const toPlainColor = (value: string): string => (parseColor(value) ? value : paint(value));
