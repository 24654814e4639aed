/** A press whose screen is still on its way: the button that was pressed says so. */
import { nothing } from 'lit';
import type { UserEvent } from '../domain/user-events.js';
import type { ViewContext } from './context.js';
import { icon } from './icons.js';

/** `event`: what the button sends. */
export const isAwaited = (event: UserEvent, { awaited }: ViewContext): boolean =>
  awaited?.event !== undefined && JSON.stringify(awaited.event) === JSON.stringify(event);

export const turning = (isOn: boolean): unknown => (isOn ? icon('turning') : nothing);
