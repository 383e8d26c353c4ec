import type { registrationEvents as th } from "../th/registration-events"
import type { Words } from "../words-type"

export const registrationEvents: Words<typeof th> = {
  "registration.start": {
    done: "A registration was begun",
    refused: "A registration could not be begun",
  },
  "registration.thaid-start": {
    done: "ThaiID was asked for a registration",
    refused: "ThaiID could not be asked for a registration",
  },
  "registration.thaid": {
    done: "ThaiID proved the person of a registration",
    refused: "ThaiID did not prove the person of a registration",
  },
  "registration.save-person": {
    done: "The person of a registration was saved",
    refused: "The person of a registration was not saved",
  },
  "registration.save-unit": {
    done: "The unit of a registration was saved",
    refused: "The unit of a registration was not saved",
  },
  "registration.set-email": {
    done: "The address of a registration was set",
    refused: "The address of a registration was not set",
  },
  "registration.confirm-email": {
    done: "The address of a registration was confirmed",
    refused: "A wrong code for the address of a registration",
  },
  "registration.view-page": {
    done: "The applicant looked at a page of an own document",
    refused: "Could not look at a page of a document",
  },
  "registration.add-document": {
    done: "A document was added to a registration",
    refused: "A document could not be added to a registration",
  },
  "registration.drop-document": {
    done: "A document was taken off a registration",
    refused: "A document could not be taken off a registration",
  },
  "registration.submit": {
    done: "A registration was sent",
    refused: "A registration could not be sent",
  },
  "registration.renew-secret": {
    done: "A new secret of a registration was given out",
    refused: "A new secret of a registration was not given out",
  },
  "registration.look-up": {
    done: "The status of a registration was looked at",
    refused: "A wrong secret for the status of a registration",
  },
  "registration.ask-code": {
    done: "A code to correct or withdraw a registration was asked for",
    refused: "A code to correct or withdraw a registration was refused",
  },
  "registration.go-on": {
    done: "A registration was opened on another device",
    refused: "A registration could not be opened on another device",
  },
  "registration.withdraw": {
    done: "A registration was withdrawn",
    refused: "A registration could not be withdrawn",
  },
  "registration.expire": {
    done: "A registration that was not corrected ended",
    refused: "A registration did not end yet",
  },
}
