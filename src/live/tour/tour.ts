import { answer, isAnswered } from './answer.ts';
import { Offer } from './offer.ts';
import { Panel } from './panel.ts';
import { Spotlight } from './spotlight.ts';
import { inSight, type Step } from './step.ts';

export interface TourOptions {
  readonly steps: readonly Step[];
  /** Starts the tour, and takes the focus where what had it is gone. */
  readonly button: HTMLElement;
  /** Whether to offer the tour to those who come for the first time, and not by a link to a state. */
  readonly offer?: boolean;
}

interface Running {
  readonly steps: readonly Step[];
  readonly panel: Panel;
  readonly spotlight: Spotlight;
  readonly back: HTMLElement;
  readonly ending: AbortController;
  index: number;
}

/** Leads round the page: a ring round what each step is about, and a panel beside it. The page stays usable all the while. */
export class Tour {
  private readonly options: TourOptions;
  private offer: Offer | null = null;
  private running: Running | null = null;

  constructor(options: TourOptions) {
    this.options = options;
    options.button.addEventListener('click', () => this.start());
    if (options.offer && location.search.length <= 1 && !isAnswered()) this.makeOffer();
  }

  /** Starts at the first step; a tour that is on its way takes the focus back. Steps whose target is not shown are left out. */
  start(): void {
    if (this.running) return this.running.panel.focus();
    const steps = this.options.steps.filter(inSight);
    if (steps.length === 0) return;
    answer('taken');
    const { activeElement } = document;
    const isElsewhere =
      activeElement instanceof HTMLElement && activeElement !== document.body && !this.offer?.hasFocus;
    this.endOffer();
    const ending = new AbortController();
    const panel = new Panel(this.parent, steps, {
      back: () => this.go(-1),
      next: () => this.go(1),
      end: () => this.end(),
    });
    const running: Running = {
      steps,
      panel,
      spotlight: new Spotlight(panel.element, () => {
        const step = steps[running.index];
        return step ? inSight(step) : null;
      }),
      back: isElsewhere ? activeElement : this.options.button,
      ending,
      index: 0,
    };
    this.running = running;
    document.addEventListener(
      'keydown',
      (event) => {
        // What lies over the page, such as a window, takes an Escape of its own.
        if (event.key === 'Escape' && !event.defaultPrevented) this.end();
      },
      { signal: ending.signal },
    );
    this.go(0);
    panel.focus();
  }

  private go(by: number): void {
    const { running } = this;
    if (!running) return;
    const index = running.index + by;
    if (index < 0) return;
    if (index >= running.steps.length) return this.end();
    running.index = index;
    running.panel.show(index);
    running.spotlight.show();
  }

  private end(): void {
    const { running } = this;
    if (!running) return;
    this.running = null;
    const { panel, spotlight, ending, back } = running;
    // A reader who has gone on with the page meanwhile stays where that is.
    const { activeElement } = document;
    const returns = activeElement === document.body || panel.element.contains(activeElement);
    ending.abort();
    spotlight.end();
    panel.element.remove();
    if (returns) this.focus(back);
  }

  private makeOffer(): void {
    this.offer = new Offer(this.parent, this.options.steps.filter(inSight).length, {
      start: () => this.start(),
      refuse: (pressed) => {
        answer('refused');
        this.endOffer();
        if (pressed) this.focus(this.options.button);
      },
    });
  }

  private endOffer(): void {
    this.offer?.end();
    this.offer = null;
  }

  private focus(element: HTMLElement): void {
    const there = element.isConnected && element.getClientRects().length > 0;
    (there ? element : this.options.button).focus({ preventScroll: true });
  }

  /** Within the content, so that it belongs to a landmark of the page. */
  private get parent(): HTMLElement {
    return this.options.button.closest('main') ?? document.body;
  }
}
