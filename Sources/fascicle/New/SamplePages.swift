/// The pages that a journal must have before an index takes it, with texts to be replaced.
struct SamplePages {
  var title: String

  var files: [(name: String, text: String)] {
    pages.enumerated().map { index, page in
      let menu = index < 4 ? "menu: \(index + 1)\n" : ""
      return (page.name, "---\ntitle: \(page.title)\n\(menu)---\n\n\(page.text)\n")
    }
  }

  private var pages: [(name: String, title: String, text: String)] {
    [
      (
        "aims-and-scope", "Aims and scope",
        """
        \(title) is an invented journal about invented subjects. Say here which subjects you publish, in
        which languages, and how often: twice a year, in English.
        """
      ),
      (
        "editorial-board", "Editorial board",
        """
        The people below come from the file *people.yml*, with their roles, affiliations and countries. Say
        here how editors are chosen, and for how long.
        """
      ),
      (
        "instructions-for-authors", "Instructions for authors",
        """
        Say how a manuscript is sent in, how long it may be, which citation style it uses, and what you
        expect about data, preprints and the use of language models.
        """
      ),
      (
        "contact", "Contact",
        """
        Society of Examples, 1 Example Street, Exampleton. Name a person here, and an address at which the
        person can be reached.
        """
      ),
      (
        "open-access", "Open access",
        """
        All articles can be read, downloaded, copied, distributed, printed, searched and linked by
        everybody from the day of publication, without charge and without registration.
        """
      ),
      (
        "peer-review", "Peer review",
        """
        Every article is read by two reviewers who do not know its author. The editors may decline a
        manuscript without review when it is outside the scope of the journal.
        """
      ),
      (
        "licensing", "Licence",
        """
        Articles are published under the licence
        [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/), which is named on each of them.
        """
      ),
      (
        "copyright", "Copyright",
        "Authors keep the copyright of their articles without restrictions."
      ),
      ("fees", "Fees", "There are no submission, processing or publication charges."),
      (
        "ethics", "Publication ethics",
        """
        Say how you deal with misconduct, authorship, conflicts of interest and complaints, and how
        corrections and retractions are published.
        """
      ),
      (
        "archiving", "Archiving",
        """
        Say where the journal is kept for the future, and which versions of an article its author may
        deposit elsewhere.
        """
      ),
      (
        "ownership", "Ownership and income",
        """
        The journal belongs to the Society of Examples, which pays for it. It has no advertising and sends
        no unasked mail.
        """
      ),
    ]
  }
}
