expect(await execute(closeUnit)).toEqual("units.gone")
