/** Sends a page with the policy it runs under. Knows neither what is on it nor how it was made. */
import type { Context } from 'hono';

export const sendHtml = (c: Context, page: string, policy: string): Response | Promise<Response> =>
  c.html(page, 200, { 'Content-Security-Policy': policy, 'Referrer-Policy': 'same-origin' });
