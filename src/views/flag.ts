/** A yes or no as ARIA spells it. */
export const flag = (isOn: boolean): 'true' | 'false' => (isOn ? 'true' : 'false');
