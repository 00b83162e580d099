/** What a new reader is shown: the thing at work on a few lines of news, and what can be chosen, nothing of which has to be. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { LANGUAGES, nameInItself } from '../data/languages.ts';
import type { ListedCountry } from '../data/popover-context.ts';
import type { SettingName, Settings } from '../data/settings.ts';
import { Choice } from './Choice.tsx';
import { PassingButton } from './PassingButton.tsx';
import { Select } from './Select.tsx';
import { useWords } from './words.ts';

interface WelcomeProps {
  readonly settings: Settings;
  /** False: the choices are left out. */
  readonly canChoose: boolean;
  /** What there is to say of the choices. */
  readonly notice?: ComponentChildren;
  /** Those an administrator has set. */
  readonly managed: readonly SettingName[];
  /** Those the reader can choose their own from, in order. */
  readonly countries: readonly ListedCountry[];
  /** The browser keeps us out of sites until the reader lets us in. */
  readonly isKeptOut: boolean;
  readonly onSet: <Name extends SettingName>(name: Name, value: Settings[Name]) => void;
  /** Ask the browser to let us into all sites. */
  readonly onAllow: () => void;
}

export function Welcome({ settings, canChoose, notice, managed, countries, isKeptOut, onSet, onAllow }: WelcomeProps) {
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <main class="us-welcome">
      <header>
        <h1 ref={heading} tabIndex={-1}>
          {say('welcome.headline')}
        </h1>
        <p>{say('welcome.lead')}</p>
      </header>
      <section>
        <h2>{say('welcome.sample.title')}</h2>
        <p class="us-sub">{say(`welcome.sample.hint.${settings.trigger}`)}</p>
        <article class="us-news-sample">
          <h3>{say('welcome.sample.headline')}</h3>
          <p>{say('welcome.sample.concern')}</p>
          <p>{say('welcome.sample.support')}</p>
        </article>
        <p class="us-small">{say('welcome.sample.toolbar')}</p>
      </section>
      {isKeptOut && (
        <section class="us-notice">
          <h2>{say('welcome.access.title')}</h2>
          <p>{say('welcome.access.reason')}</p>
          <PassingButton heir={heading} onClick={onAllow}>
            {say('welcome.access.allow')}
          </PassingButton>
        </section>
      )}
      <section class="us-settings">
        <div>
          <h2>{say('welcome.choices.title')}</h2>
          <p class="us-sub">{say('welcome.choices.lead')}</p>
        </div>
        {notice}
        {canChoose && (
          <>
            <Select
              label={say('welcome.language')}
              options={[
                { value: '', label: say('welcome.language.browser') },
                ...LANGUAGES.map((language) => ({ value: language, label: nameInItself(language), language })),
              ]}
              value={settings.language ?? ''}
              managed={managed.includes('language')}
              onChange={(value) => onSet('language', LANGUAGES.find((language) => language === value) ?? null)}
            />
            <Select
              label={say('welcome.country')}
              hint={say('welcome.country.hint')}
              options={[
                { value: '', label: say('welcome.country.none') },
                ...countries.map(({ code, name }) => ({ value: code, label: name })),
              ]}
              value={settings.country ?? ''}
              managed={managed.includes('country')}
              onChange={(value) => onSet('country', value || null)}
            />
            <Choice
              legend={say('welcome.trigger')}
              options={(['hover', 'modifier', 'click'] as const).map(
                (trigger) => [trigger, say(`welcome.trigger.${trigger}`)] as const,
              )}
              value={settings.trigger}
              managed={managed.includes('trigger')}
              onChange={(value) => onSet('trigger', value)}
            />
          </>
        )}
      </section>
      <footer class="us-sub">
        <p>{say('welcome.privacy')}</p>
        <p>{say('welcome.end')}</p>
      </footer>
    </main>
  );
}
