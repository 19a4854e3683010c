import type { ElementHandle, Locator, Page } from '@playwright/test'

/** How somebody uses a page. Waiting is Playwright's: an element is there, visible and enabled before it is used. */
export type Hand = {
  readonly press: (target: Locator) => Promise<void>
  readonly write: (field: Locator, text: string) => Promise<void>
  /** Ticks a radio button or checkbox. */
  readonly choose: (option: Locator) => Promise<void>
  readonly select: (list: Locator, label: string) => Promise<void>
}

export const mouse: Hand = {
  press: async (target) => await target.click(),
  write: async (field, text) => await field.fill(text),
  choose: async (option) => await option.check(),
  select: async (list, label) => {
    await list.selectOption({ label })
  },
}

/** More than the tab stops of the longest page. */
const mostStops = 150

/** By Tab, arrows, Space and Enter alone. What can't be reached so fails the journey. */
export const keyboard = (page: Page): Hand => {
  const isFocused = async (target: Locator) => await target.evaluate((element) => element === document.activeElement)

  /** Finds the target once, since to find it by its role takes longer than a step, and anew when the page has put another in its place. */
  const focusOf = (target: Locator): (() => Promise<boolean>) => {
    let found: ElementHandle<HTMLElement | SVGElement> | undefined
    return async () => {
      found ??= await target.elementHandle()
      const isThere = await found
        .evaluate((element) => (element.isConnected ? element === document.activeElement : undefined))
        // The page has been left meanwhile.
        .catch(() => undefined)
      if (isThere === undefined) found = undefined
      return isThere ?? (await isFocused(target))
    }
  }

  const reach = async (target: Locator, arrived: () => Promise<boolean> = focusOf(target)) => {
    await target.waitFor()
    for (let stop = 0; stop < mostStops; stop++) {
      if (await arrived()) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never reaches ${target}`)
  }

  return {
    press: async (target) => {
      await reach(target)
      await page.keyboard.press('Enter')
    },
    write: async (field, text) => {
      await reach(field)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.press('Delete')
      await page.keyboard.insertText(text)
    },
    choose: async (option) => {
      if (await option.isChecked()) return
      const name = await option.getAttribute('name')
      const group = async () =>
        await page.evaluate((wanted) => document.activeElement?.getAttribute('name') === wanted, name)
      if ((await option.getAttribute('type')) === 'checkbox') {
        await reach(option)
      } else {
        // Tab leads to a group of radio buttons, arrows from one to the next.
        await reach(option, group)
        for (let step = 0; step < mostStops && !(await isFocused(option)); step++)
          await page.keyboard.press('ArrowDown')
        if (await option.isChecked()) return
      }
      await page.keyboard.press('Space')
    },
    select: async (list, label) => {
      await reach(list)
      // Letters that are on no American keyboard would be put in the box before: arrows lead to each option.
      await page.keyboard.press('Home')
      const chosen = async () => await list.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.label)
      for (let step = 0; step < mostStops && (await chosen()) !== label; step++) await page.keyboard.press('ArrowDown')
      if ((await chosen()) !== label) throw new Error(`${list} has no option "${label}"`)
    },
  }
}
