/**
 * The lender's settings as a form: filled once from the demo, saved as a whole.
 * Must not know what a setting does.
 */
import { fetchJson, find, sendJson } from './page.js';
import type { Settings, SwitchableFeature } from './settings.js';

const form = find('#settings', HTMLFormElement);

const field = <Kind extends Element>(name: string, kind: new () => Kind): Kind => find(`#settings [name="${name}"]`, kind);

const features = [
  'payments',
  'payAll',
  'partial',
  'overpay',
  'schedule',
  'estimate',
  'history',
  'cancel',
  'enrollment',
] as const satisfies SwitchableFeature[];

const fill = (settings: Settings): void => {
  field('method', HTMLSelectElement).value = settings.method;
  field('windowDays', HTMLInputElement).value = settings.windowDays === null ? '' : String(settings.windowDays);
  field('priority', HTMLInputElement).value = settings.priority.join(', ');
  field('isGroupedWithParent', HTMLInputElement).checked = settings.isGroupedWithParent;
  field('bankAccounts', HTMLSelectElement).value = settings.bankAccounts;
  field('sessionMinutes', HTMLInputElement).value = String(settings.sessionMinutes);
  for (const name of features) field(name, HTMLInputElement).checked = settings.features[name];
};

const read = (): Settings => {
  const windowDays = field('windowDays', HTMLInputElement).value;
  const isOn = (name: SwitchableFeature): boolean => field(name, HTMLInputElement).checked;
  return {
    method: field('method', HTMLSelectElement).value as Settings['method'],
    windowDays: windowDays === '' ? null : Number(windowDays),
    priority: field('priority', HTMLInputElement)
      .value.split(/[\s,]+/)
      .filter((type) => type !== ''),
    isGroupedWithParent: field('isGroupedWithParent', HTMLInputElement).checked,
    bankAccounts: field('bankAccounts', HTMLSelectElement).value as Settings['bankAccounts'],
    sessionMinutes: Number(field('sessionMinutes', HTMLInputElement).value),
    features: {
      payments: isOn('payments'),
      payAll: isOn('payAll'),
      partial: isOn('partial'),
      overpay: isOn('overpay'),
      schedule: isOn('schedule'),
      estimate: isOn('estimate'),
      history: isOn('history'),
      cancel: isOn('cancel'),
      enrollment: isOn('enrollment'),
    },
  };
};

export const startSettings = (tell: (words: string) => void, tellRefusal: (error: unknown) => void): void => {
  fetchJson('/back-office/api/settings').then((settings) => fill(settings as Settings), tellRefusal);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sendJson('PUT', '/back-office/api/settings', read()).then((settings) => {
      fill(settings as Settings);
      tell('Settings saved. The customer’s page follows within its polling interval.');
    }, tellRefusal);
  });
};
