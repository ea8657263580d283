import type { DataSourceTest, ModelTest, UploadedFile } from '@majed-vanna/contract';
import { isModelReady, NO_MODEL, type WizardModel } from './wizard-model.ts';

export const WIZARD_STEPS = ['code', 'administrator', 'data', 'model', 'review'] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];

export type DataKind = 'sample' | 'files';

/** A file on its way to the server, or there. */
export type UploadItem =
  | { readonly key: string; readonly name: string; readonly size: number; readonly state: 'uploading'; readonly percent: number }
  | { readonly key: string; readonly name: string; readonly size: number; readonly state: 'done'; readonly file: UploadedFile }
  | { readonly key: string; readonly name: string; readonly size: number; readonly state: 'failed'; readonly error: unknown };

/** What the wizard knows; nothing is stored before the last step. */
export interface WizardState {
  readonly step: WizardStep;
  /** Steps behind this one may be opened again. */
  readonly reached: WizardStep;
  readonly code: string;
  readonly username: string;
  readonly password: string;
  readonly kind: DataKind;
  readonly sourceName: string;
  readonly uploads: readonly UploadItem[];
  /** What a real connection found; void as soon as the choice of data changes. */
  readonly test: DataSourceTest | null;
  readonly model: WizardModel;
}

export type WizardAction =
  | { readonly type: 'went'; readonly step: WizardStep }
  | { readonly type: 'code_accepted'; readonly code: string }
  | { readonly type: 'administrator_chosen'; readonly username: string; readonly password: string }
  | { readonly type: 'kind_chosen'; readonly kind: DataKind }
  | { readonly type: 'source_named'; readonly name: string }
  | { readonly type: 'uploads_added'; readonly items: readonly UploadItem[] }
  | { readonly type: 'upload_changed'; readonly item: UploadItem }
  | { readonly type: 'upload_removed'; readonly key: string }
  | { readonly type: 'tested'; readonly test: DataSourceTest }
  | { readonly type: 'data_chosen' }
  | { readonly type: 'model_changed'; readonly model: WizardModel }
  | { readonly type: 'models_listed'; readonly of: WizardModel; readonly models: readonly string[] }
  | { readonly type: 'model_tested'; readonly of: WizardModel; readonly test: ModelTest }
  | { readonly type: 'model_chosen' };

export const FIRST_STATE: WizardState = {
  step: 'code',
  reached: 'code',
  code: '',
  username: '',
  password: '',
  kind: 'sample',
  sourceName: '',
  uploads: [],
  test: null,
  model: NO_MODEL,
};

export function wizardReducer(state: WizardState, action: WizardAction): WizardState {
  switch (action.type) {
    case 'went':
      return rank(action.step) <= rank(state.reached) ? { ...state, step: action.step } : state;
    case 'code_accepted':
      return forward({ ...state, code: action.code }, 'administrator');
    case 'administrator_chosen':
      return forward({ ...state, username: action.username, password: action.password }, 'data');
    case 'kind_chosen':
      return action.kind === state.kind ? state : untested({ ...state, kind: action.kind });
    case 'source_named':
      return { ...state, sourceName: action.name };
    case 'uploads_added':
      return untested({
        ...state,
        uploads: [...state.uploads, ...action.items],
        sourceName: state.sourceName || nameOf(action.items[0]?.name),
      });
    case 'upload_changed':
      return { ...state, uploads: state.uploads.map((item) => (item.key === action.item.key ? action.item : item)) };
    case 'upload_removed':
      return untested(withoutUpload(state, action.key));
    case 'tested':
      return { ...state, test: action.test };
    case 'data_chosen':
      return state.test ? forward(state, 'model') : state;
    case 'model_changed':
      return { ...state, model: action.model, reached: earlier(state.reached, 'model') };
    case 'models_listed': {
      const [only, ...others] = action.models;
      const open = state.model === action.of && state.model.model.trim() === '';
      return open && only !== undefined && others.length === 0 ? { ...state, model: { ...state.model, model: only } } : state;
    }
    case 'model_tested':
      return state.model === action.of ? { ...state, model: { ...state.model, test: action.test } } : state;
    case 'model_chosen':
      return isModelReady(state.model) ? forward(state, 'review') : state;
  }
}

export function rank(step: WizardStep): number {
  return WIZARD_STEPS.indexOf(step);
}

function forward(state: WizardState, step: WizardStep): WizardState {
  return { ...state, step, reached: rank(step) > rank(state.reached) ? step : state.reached };
}

function earlier(a: WizardStep, b: WizardStep): WizardStep {
  return rank(a) < rank(b) ? a : b;
}

/** Other data was not tested yet, so what comes after closes again. */
function untested(state: WizardState): WizardState {
  return { ...state, test: null, reached: earlier(state.reached, 'data') };
}

/** A name that was taken from the file goes with it. */
function withoutUpload(state: WizardState, key: string): WizardState {
  const removed = state.uploads.find((item) => item.key === key);
  const uploads = state.uploads.filter((item) => item !== removed);
  const sourceName = state.sourceName === nameOf(removed?.name) ? nameOf(uploads[0]?.name) : state.sourceName;
  return { ...state, uploads, sourceName };
}

/** `sales_2025.csv` is "sales 2025" to a person. */
function nameOf(fileName: string | undefined): string {
  return (fileName ?? '')
    .replace(/\.[^.]+$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
    .slice(0, 100);
}
